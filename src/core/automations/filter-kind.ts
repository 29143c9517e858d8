import type { z } from "zod"
import type { References } from "./node-kind"
import type { Know, Question } from "./questions"
import type { Saw } from "./saw"

/** Whether it holds, with what was seen; or what must be asked first. */
export type FilterVerdict = { holds: boolean; saw?: Saw } | { ask: Question[] }

/** One filter of a trigger, listed in `filters/kinds.ts`: all of a trigger's filters must hold, or nobody enters. */
export type FilterKind<Kind extends string = string, Schema extends z.ZodType = z.ZodType> = {
  kind: Kind
  settings: Schema
  defaults: Record<string, unknown>
  judge(asked: { settings: z.output<Schema>; know: Know; now: Date }): FilterVerdict
  references?(settings: z.output<Schema>): References
}

export const filterKind = <Kind extends string, Schema extends z.ZodType>(kind: FilterKind<Kind, Schema>) => kind
