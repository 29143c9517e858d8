import { archiveSubject } from "../../../../runtime/archive-copy"
import { html } from "../../pages/html"
import { localeAskedBy, publicHeaders, topicOf } from "../../pages/archive"
import { frameOf, sendPage } from "../../pages/layout"
import { guarded, mailroomOf, sendText } from "../../public-mailroom"

/** The newsletters of a topic, for everybody, the newest first. */
export const GET = guarded(async (req, res) => {
  const topic = await topicOf(req)
  if (!topic) return sendText(res, 404, "There is no such archive.")
  const mailroom = mailroomOf(req)
  const before = new Date(String(req.query.before ?? ""))
  const { mailings, older } = await mailroom.publicArchive.list(
    topic.id,
    Number.isNaN(before.getTime()) ? null : before,
  )
  const frame = await frameOf(mailroom, { locale: localeAskedBy(req) })
  const { timeZone } = (await mailroom.settings.read()).general
  const day = new Intl.DateTimeFormat(frame.locale, { dateStyle: "long", timeZone })
  const { name = topic.name, description = topic.description } = topic.translations[frame.locale] ?? {}
  const { texts } = frame
  const subjects = await Promise.all(mailings.map((mailing) => archiveSubject(mailroom, mailing, frame.locale)))
  sendPage(req, res, {
    frame,
    title: name,
    isIndexed: topic.archive === "indexed",
    headers: publicHeaders(topic),
    body: html`${description && html`<p>${description}</p>`}
      ${mailings.length === 0 && html`<p>${texts.archiveEmpty}</p>`}
      <ul class="items">
        ${mailings.map(
          (mailing, at) =>
            html`<li>
              <div class="grow">
                <a href="/mailroom/archive/${topic.slug}/${mailing.id}">${subjects[at] || texts.archiveNoSubject}</a>
                <small>${day.format(mailing.started_at)}</small>
              </div>
            </li>`,
        )}
      </ul>
      ${
        older &&
        html`<p><a href="/mailroom/archive/${topic.slug}?before=${older.toISOString()}">${texts.archiveOlder}</a></p>`
      }`,
  })
})
