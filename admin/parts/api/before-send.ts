import type { PreflightKey } from "../../../src/core/mailings/preflight-findings"
import type { MailingSpam as StoredSpam } from "../../../src/modules/mailroom/services/mailing-spam"
import type {
  Preflight as StoredPreflight,
  PreflightPerson as StoredPerson,
} from "../../../src/modules/mailroom/services/preflight"
import type { Json } from "./json"

export type { PreflightKey }

export type Preflight = Json<StoredPreflight>
export type PreflightPerson = Json<StoredPerson>
/** `override_by`: the name of who has overridden it. */
export type MailingSpam = Json<StoredSpam> & { override_by: string | null }
