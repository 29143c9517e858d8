import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { maskAddress } from "../../../core/contacts/normalise-address"
import { topicName } from "../../../core/contacts/topic-name"
import { LOCALES } from "../../../core/templates/contexts"
import type { Preferences, Recipient } from "../../../modules/mailroom/services/preferences"
import { mailroomOf } from "../public-mailroom"
import { html, type Markup } from "./html"
import { frameOf, sendPage, type Frame } from "./layout"
import { fill } from "./texts"

type Shown = { frame: Frame; preferences: Preferences; whose: Recipient; path: string; done: string | null }

/** The page behind the links of each mail. The address is masked, because mails get forwarded. */
export async function showPreferences(
  req: MedusaRequest,
  res: MedusaResponse,
  page: { whose: Recipient; path: string; /** Which link led here. */ leads: "leaving" | "choosing" },
): Promise<void> {
  const mailroom = mailroomOf(req)
  const frame = await frameOf(mailroom, page.whose)
  const preferences = await mailroom.preferences.read(page.whose)
  const done = typeof req.query.done === "string" ? req.query.done : null
  const shown: Shown = { ...page, frame, preferences, done }
  const isLeaving = page.leads === "leaving" && !done
  sendPage(req, res, {
    frame,
    title: isLeaving ? frame.texts.leaveTitle : frame.texts.preferencesTitle,
    body: html`${notice(shown)}
      <p>${fill(frame.texts.forAddress, { address: maskAddress(page.whose.email ?? "") })}</p>
      ${isLeaving && leaveForms(shown)}${(page.whose.addressId || page.whose.isTest) && choices(shown, isLeaving)}${!isLeaving && leaveAllForm(shown)}`,
  })
}

/** Of a test mail the page shows what a reader would see, and says that nothing happens. */
function notice({ frame: { texts }, done, preferences, path, whose }: Shown): Markup | false {
  if (whose.isTest) return html`<div class="note" role="status"><p>${texts.testMail}</p></div>`
  const said = done && Object.keys(texts.done).includes(done) ? texts.done[done as keyof typeof texts.done] : null
  if (!said) return false
  return html`<div class="note" role="status">
    <p>${said}</p>
    ${preferences.canUndo && done !== "undone" ? button(path, "undo", texts.undo, "quiet") : ""}
  </div>`
}

function leaveForms({ frame: { texts, locale }, preferences, whose, path }: Shown): Markup {
  const topic = preferences.topics.find(({ id }) => id === whose.topicId)
  const hasLeft = topic ? topic.state !== "subscribed" : preferences.state.marketing.state === "unsubscribed"
  if (hasLeft && !whose.isTest)
    return html`<p><strong>${texts.alreadyLeft}</strong></p>
      ${preferences.canUndo ? button(path, "undo", texts.undo, "quiet") : ""}`
  return html`${topic ? button(path, "leave", fill(texts.leaveTopic, { topic: topicName(topic, locale) })) : ""}
    ${button(path, "leave_all", texts.leaveAll, topic ? "quiet" : "")}
    <p>${texts.receiptsGoOn}</p>`
}

function leaveAllForm({ frame: { texts }, preferences, path, whose }: Shown): Markup | false {
  if (preferences.state.marketing.state !== "subscribed" && !whose.isTest) return false
  return html`<h2>${texts.leaveAllTitle}</h2>
    ${button(path, "leave_all", texts.leaveAll, "quiet")}
    <p>${texts.receiptsGoOn}</p>`
}

function choices(shown: Shown, isLeaving: boolean): Markup {
  const { frame, path } = shown
  return html`${isLeaving && html`<h2>${frame.texts.yourChoices}</h2>`}
    <form method="post" action="${path}">
      ${topicBoxes(shown)}${trackingChoice(shown)}${languageChoice(shown)}
      <button name="action" value="save">${frame.texts.save}</button>
    </form>
    ${pauseForm(shown)}`
}

function topicBoxes({ frame: { texts, locale }, preferences }: Shown): Markup {
  return html`<fieldset>
    <legend>${texts.topics}</legend>
    ${preferences.topics.map(
      (topic) =>
        html`<input type="hidden" name="shown" value="${topic.id}" />
          <label
            ><input
              type="checkbox"
              name="topic"
              value="${topic.id}"
              ${topic.state === "subscribed" ? html` checked` : ""}
            />
            <span
              >${topicName(topic, locale)}${topic.state === "pending" ? html` <small>${texts.pending}</small>` : ""}<small
                >${topic.translations[locale]?.description ?? topic.description}</small
              ></span
            ></label
          >`,
    )}
  </fieldset>`
}

function trackingChoice({ frame: { texts }, preferences }: Shown): Markup {
  const { state } = preferences.state.tracking
  const choice = (value: "yes" | "no", is: string, text: string) =>
    html`<label
      ><input type="radio" name="tracking" value="${value}" ${state === is ? html` checked` : ""} /><span
        >${text}</span
      ></label
    >`
  return html`<fieldset>
    <legend>${texts.tracking}</legend>
    <p>${texts.trackingExplained}</p>
    ${choice("yes", "granted", texts.trackingYes)}${choice("no", "denied", texts.trackingNo)}
  </fieldset>`
}

function languageChoice({ frame: { texts, locale } }: Shown): Markup {
  return html`<fieldset>
    <legend><label for="locale" style="display:inline;padding:0">${texts.language}</label></legend>
    <select id="locale" name="locale">
      ${LOCALES.map(
        (one) => html`<option value="${one}" ${one === locale ? html` selected` : ""}>${texts.languages[one]}</option>`,
      )}
    </select>
  </fieldset>`
}

function pauseForm({ frame: { texts, locale }, preferences, path }: Shown): Markup {
  const until = preferences.state.pausedUntil
  if (until && until > new Date())
    return html`<h2>${texts.pauseTitle}</h2>
      <p>${fill(texts.pausedUntil, { date: new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(until) })}</p>
      ${button(path, "resume", texts.resume, "quiet")}`
  return html`<h2>${texts.pauseTitle}</h2>
    ${button(path, "pause", texts.pause, "quiet")}`
}

function button(path: string, action: string, text: string, look = ""): Markup {
  return html`<form method="post" action="${path}" class="row">
    <button name="action" value="${action}" class="${look}">${text}</button>
  </form>`
}
