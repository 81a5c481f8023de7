/** The name under which benches find the time that proofs of words take. Nothing depends on it. */
export const proofMeasure = 'offprint: proving the words';

/** Records the time since `start` as that of a proof. */
export function measureProof(start: number): void {
  performance.measure(proofMeasure, { start });
}
