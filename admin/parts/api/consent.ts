import type { ConsentProof as StoredProof, ProofPart as StoredPart } from "../../../src/core/contacts/consent-proof"
import type { CountryRule } from "../../../src/core/contacts/country-rules"
import { RECORDABLE_BASES, type RecordableBasis } from "../../../src/core/contacts/record-basis"
import type { Audience, BasisPreview, BasisRecord as StoredBasis } from "../../../src/modules/mailroom/services/bases"
import type {
  ConsentAnswer as StoredAnswer,
  ConsentLine,
  ProofAnswer as StoredProofAnswer,
} from "../../../src/modules/mailroom/services/consent-answers"
import type { ConsentCheckAnswer as StoredCheck } from "../../../src/modules/mailroom/services/consent-check"
import type { SuppressionAnswer } from "../../../src/modules/mailroom/services/suppression-list"
import type { Why } from "../../../src/modules/mailroom/services/why"
import type { TopicRow, TopicTranslations } from "../../../src/modules/mailroom/sql/topics"
import type { Topic } from "./contacts"
import type { Json } from "./json"

export { RECORDABLE_BASES }
export type { Audience, BasisPreview, ConsentLine, CountryRule, RecordableBasis, TopicTranslations, Why }

export type OwnedTopic = Topic &
  Pick<TopicRow, "translations" | "is_default_on" | "is_double_opt_in" | "mailings" | "archive">
export type AudienceCounts = Omit<Audience["countries"][number], "country" | "rule">
export type BasisPeople = BasisRecord["people"]
/** What `POST /admin/mailroom/bases` takes. */
export type BasisInput = Pick<
  BasisRecord,
  "people" | "countries" | "basis" | "agreed_on" | "topic_ids" | "reason" | "wording"
>
export type BasisRecord = Json<StoredBasis>
export type Suppression = Json<SuppressionAnswer>
export type ConsentAnswer = Json<StoredAnswer>
export type ProofPart = Json<StoredPart>
export type ConsentProof = Json<StoredProof>
export type ProofAnswer = Json<StoredProofAnswer>
export type ConsentCheckAnswer = Json<StoredCheck>
export type ConsentProblem = NonNullable<ConsentCheckAnswer["last"]>["problems"][number]
