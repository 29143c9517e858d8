import type { Mailroom } from "../../../modules/mailroom/mailroom"
import type { Mailing } from "../../../modules/mailroom/services/mailings"

/** `Mailing` of docs/api.md: with the topic's name. */
export async function mailingAnswer(mailroom: Mailroom, mailing: Mailing) {
  const [answered] = await mailingAnswers(mailroom, [mailing])
  return answered!
}

export async function mailingAnswers(mailroom: Mailroom, mailings: Mailing[]) {
  const topics = await mailroom.topics.list()
  return mailings.map((mailing) => ({
    ...mailing,
    topic_name: topics.find(({ id }) => id === mailing.topic_id)?.name ?? null,
  }))
}
