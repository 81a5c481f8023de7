/** The indexes of the longest rising chain among numbers, in order; of several, one of the least ends. */
export function longestRise(numbers: readonly number[]): number[] {
  // The top of each pile is the least end of a chain of its length.
  const tops: number[] = [];
  const previous: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    for (let high = tops.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((numbers[tops[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const chain: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] as number) chain.push(index);
  return chain.reverse();
}
