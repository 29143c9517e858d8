import type { Audience, ComposedKind } from "../../../src/core/mailings/audience"
import type { Checklist as CoreChecklist } from "../../../src/core/mailings/checklist"
import type { MailingState } from "../../../src/core/mailings/mailing"
import type { AudienceCount } from "../../../src/modules/mailroom/services/mailing-audience"
import type { MailingProgress } from "../../../src/modules/mailroom/services/mailing-dispatch"
import type { Mailing as StoredMailing } from "../../../src/modules/mailroom/services/mailings"
import type { MailingFields } from "../../../src/modules/mailroom/sql/mailings"
import type { MailContent } from "./content"
import type { Json } from "./json"

export type { Audience, AudienceCount, ComposedKind, MailingState }

export type MailingInput = Omit<MailingFields, "document"> & { document: MailContent["document"] }
export type Mailing = Omit<Json<StoredMailing>, keyof MailingInput> & MailingInput
export type Progress = Json<MailingProgress>
export type Checklist = CoreChecklist & { revision: number }
