import type { Mailroom } from "../src/modules/mailroom/mailroom"
import { moveMailing } from "../src/modules/mailroom/sql/mailings"

/** A letter as somebody writes it: a greeting, four sections with a button each, the footer by itself. */
const letter = {
  version: 2,
  kind: "blocks",
  blocks: [
    { id: "hello", type: "heading", content: words("Hello "), level: 1 },
    ...[1, 2, 3, 4].flatMap((n) => [
      {
        id: `text${n}`,
        type: "text",
        content: words(`Section ${n}. ${"Soft cotton, made to last, washed once, worn for years. ".repeat(8)}`),
      },
      { id: `button${n}`, type: "button", label: `Look at ${n}`, url: `https://shop.example/collection/${n}` },
    ]),
  ],
}

function words(text: string) {
  const name = { type: "mergeTag", attrs: { tag: "contact.firstName", fallback: "friend" } }
  return {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text }, ...(text === "Hello " ? [name] : [])] }],
  }
}

/** A targeted mailing to everybody, as the composer would save it. */
export async function composeForEverybody({ mailings }: Mailroom): Promise<string> {
  const { id } = await mailings.create(
    {
      kind: "targeted",
      subject: "{{ contact.firstName | default: 'Friend' }}, new in November",
      preheader: "Four things that last",
      document: letter,
      audience: { everybody: true },
    },
    null,
  )
  return id
}

/** As "Send now" does when nothing is missing; what the checklist asks is no part of the figure. */
export async function sendNow({ db }: Mailroom, id: string): Promise<void> {
  const moved = await db.query(moveMailing(id, { from: ["draft"], to: "planning" }))
  if (moved.length === 0) throw new Error(`The mailing ${id} is no draft.`)
}

/** Everybody agreed, nobody is held back: each one is a message to write, which is the most work. */
export async function everybodyAgreed({ db }: Mailroom): Promise<void> {
  const rows = (text: string) => db.query({ text, values: [] })
  await rows(
    `UPDATE mailroom.contact_address SET marketing = 'subscribed', marketing_since = mailroom.now() WHERE marketing <> 'subscribed'`,
  )
  await rows(`DELETE FROM mailroom.suppression`)
  await rows(`VACUUM ANALYZE mailroom.contact_address`)
}
