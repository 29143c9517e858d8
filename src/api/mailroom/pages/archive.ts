import type { MedusaRequest } from "@medusajs/framework/http"
import type { ArchivedTopicRow } from "../../../modules/mailroom/sql/public-archive"
import { mailroomOf } from "../public-mailroom"

/** For everybody, and for some minutes: it holds nobody's name. */
export function publicHeaders(topic: ArchivedTopicRow): Record<string, string> {
  return {
    "Cache-Control": "public, max-age=300",
    // A cache between two readers must not hand one the other's language.
    Vary: "Accept-Language",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": topic.archive === "indexed" ? "all" : "noindex",
  }
}

/** The archive that the address names; null where there is none. */
export function topicOf(req: MedusaRequest): Promise<ArchivedTopicRow | null> {
  const slug = req.params.slug ?? ""
  return slug.length <= 60 ? mailroomOf(req).publicArchive.topic(slug) : Promise.resolve(null)
}

/** The language that the browser asks for first; null = the shop's. */
export function localeAskedBy(req: MedusaRequest): string | null {
  const first = (req.get("accept-language") ?? "").split(",")[0]?.split(";")[0]?.trim() ?? ""
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(first) ? first : null
}
