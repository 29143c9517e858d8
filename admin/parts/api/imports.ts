import type { ImportKind, ImportPlan, ImportStatus, ImportTarget } from "../../../src/core/contacts/import-plan"

export type { ImportKind, ImportPlan, ImportStatus, ImportTarget }

export type ImportState =
  "uploading" | "uploaded" | "checking" | "checked" | "running" | "done" | "cancelled" | "failed" | "undoing" | "undone"

export type Import = {
  id: string
  kind: ImportKind
  file_name: string
  state: ImportState
  encoding: string | null
  separator: string | null
  columns: string[]
  rows: number
  position: number
  plan: ImportPlan | null
  checked: Record<string, number>
  result: Record<string, number>
  undone: Record<string, number>
  problem: string | null
  has_rows: boolean
  has_changes: boolean
  share: number | null
  can_undo: boolean
  created_at: string
  finished_at: string | null
}

export type ImportDetail = Import & {
  suggestion: { preset: string | null; columns: (ImportTarget | null)[]; status: ImportStatus }
  sample: string[][]
}

export type Erasure = {
  id: string
  state: "running" | "done"
  report: Record<string, number>
  requested_at: string
  finished_at: string | null
}
