/** The name under which the time is measured that proofs of words take, for benches. Nothing depends on it. */
export const proofMeasure = 'offprint: proving the words';

/** Measures the time since `start` as that of a proof. */
export function measureProof(start: number): void {
  performance.measure(proofMeasure, { start });
}
