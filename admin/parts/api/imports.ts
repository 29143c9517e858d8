import type { ImportKind, ImportPlan, ImportStatus, ImportTarget } from "../../../src/core/contacts/import-plan"
import type { Erasure as StoredErasure } from "../../../src/modules/mailroom/services/erasures"
import type {
  Import as StoredImport,
  ImportDetail as StoredDetail,
} from "../../../src/modules/mailroom/services/imports"
import type { Json } from "./json"

export type { ImportKind, ImportPlan, ImportStatus, ImportTarget }

export type Import = Json<StoredImport>
export type ImportState = Import["state"]
export type ImportDetail = Json<StoredDetail>
export type Erasure = Json<StoredErasure>
