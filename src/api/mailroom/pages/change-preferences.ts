import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { LOCALES } from "../../../core/templates/contexts"
import type { Circumstances } from "../../../modules/mailroom/services/consent"
import type { PreferenceChange, Recipient } from "../../../modules/mailroom/services/preferences"
import { mailroomOf, PRIVATE, requestFacts, send, sendText } from "../public-mailroom"
import { formBody } from "./form-body"

const PAUSE_DAYS = 30

/** What happened, as the page says it afterwards. */
export type Done = "left" | "left_all" | "undone" | "paused" | "resumed" | "saved"

/** A form of the preference page: acts, then leads back to the page (303, so that a reload repeats nothing). */
export async function changePreferences(
  req: MedusaRequest,
  res: MedusaResponse,
  { whose, page }: { whose: Recipient; page: string },
): Promise<void> {
  const form = await formBody(req)
  const done = await act(req, whose, form)
  if (!done)
    return sendText(
      res,
      400,
      `"action" ${JSON.stringify(form.get("action"))} is none of this page's. Go back and use its buttons.`,
    )
  send(res, 303, { ...PRIVATE, Location: `${page}?done=${done}` })
}

async function act(req: MedusaRequest, whose: Recipient, form: URLSearchParams): Promise<Done | null> {
  const { preferences, contacts, db } = mailroomOf(req)
  const circumstances: Circumstances = {
    source: "preferences",
    method: "page",
    actor: "contact",
    messageId: whose.messageId,
    ...requestFacts(req),
  }
  const change = (what: PreferenceChange) => preferences.change(whose, what, circumstances)
  switch (form.get("action")) {
    case "leave":
      await preferences.leave(whose, "mail", circumstances)
      return "left"
    case "leave_all":
      await preferences.leave(whose, "all", circumstances)
      return "left_all"
    case "undo":
      await preferences.undo(whose, circumstances)
      return "undone"
    case "pause":
      await change({ pauseDays: PAUSE_DAYS })
      return "paused"
    case "resume":
      await change({ pauseDays: null })
      return "resumed"
    case "save": {
      const locale = form.get("locale")
      if (whose.contactId && locale && (LOCALES as readonly string[]).includes(locale))
        await contacts.chooseLocale(db, whose.contactId, locale)
      await change(chosen(form))
      return "saved"
    }
    default:
      return null
  }
}

function chosen(form: URLSearchParams): PreferenceChange {
  const tracking = form.get("tracking")
  return {
    topics: { shown: form.getAll("shown"), chosen: form.getAll("topic") },
    ...(tracking === "yes" || tracking === "no" ? { tracking: tracking === "yes" } : {}),
  }
}
