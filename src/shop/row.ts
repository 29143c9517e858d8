// Query answers whatever fields it was asked for; the mappings beside this file are where that becomes typed.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Row = Record<string, any>

export const iso = (value: unknown): string | null => (value ? new Date(value as string | Date).toISOString() : null)
