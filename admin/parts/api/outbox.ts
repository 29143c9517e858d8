import type { Doubt } from "../../../src/core/messages/doubt"
import type { MessageStatus } from "../../../src/core/messages/states"
import type { OutboxRow } from "../../../src/core/reports/outbox-row"
import type { ShownWord as ShownStatus } from "../../../src/core/reports/shown"
import type { Star as StarFacts } from "../../../src/core/reports/star"
import type { Answer } from "../../../src/modules/mailroom/services/answers"
import type { DoubtsSettled } from "../../../src/modules/mailroom/services/doubts"
import type { OutboxMessage } from "../../../src/modules/mailroom/services/outbox"

export type { Answer, Doubt, DoubtsSettled, MessageStatus, OutboxMessage, OutboxRow, ShownStatus, StarFacts }
export type MessageEvent = OutboxMessage["events"][number]
export type Doubts = { doubts: Doubt[]; as_of: string }
