import type { NoticeSettings } from "../../core/automations/nodes/notify-third-party"
import type { ListedNotice } from "./services/notices"

/** `Notice` of docs/api.md. */
export function noticeAnswer(notice: ListedNotice) {
  const { settings, recipients, node: _node, ...row } = notice
  const { heading, acknowledge } = settings as NoticeSettings
  return {
    ...row,
    heading,
    to: recipients.to,
    name: recipients.name,
    supplier_id: recipients.supplierId,
    asks_for_answer: acknowledge !== null,
  }
}
