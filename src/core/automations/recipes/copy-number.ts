/** How many a copy of this name is among those that there are: 1 keeps the name, 2 becomes "Birthday 2". */
export function copyNumber(name: string, taken: string[]): number {
  const names = new Set(taken)
  let n = 1
  while (names.has(nameOfCopy(name, n))) n += 1
  return n
}

export const nameOfCopy = (name: string, n: number): string => (n === 1 ? name : `${name} ${n}`)
