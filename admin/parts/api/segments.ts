import type { Rule } from "../../../src/core/segments/rule"

export type Segment = {
  id: string
  kind: "rule" | "list"
  name: string
  rule: Rule | null
  revision: number
  members: number | null
  counted_at: string | null
  takes_too_long: boolean
  used_by: { kind: "segment" | "mailing" | "automation"; id: string; name: string | null }[]
  created_at: string
  updated_at: string
  updated_by: string | null
}

export type Person = { id: string; name: string | null; email: string | null }
export type Preview = { count: number | null; ms: number; takes_too_long: boolean; people: Person[] }
export type Explanation = { is_in: boolean; clauses: { path: string; holds: boolean; decides: boolean }[] }
