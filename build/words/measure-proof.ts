/** The name of the performance measure for proofs of words, for benchmarks. Nothing depends on it. */
export const proofMeasure = 'offprint: proving the words';

/** Records the time since `start` as that of a proof. */
export function measureProof(start: number): void {
  performance.measure(proofMeasure, { start });
}
