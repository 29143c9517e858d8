import { pause } from "../parts/medusa.mjs"
import { login } from "./storefront.mjs"
import { request } from "./request.mjs"

/** Writes a newsletter, sends it to the topic "newsletters" and says how far it is until the last one has gone. */
export async function sendNewsletter({ origin, say }) {
  const token = await login(origin)
  const ask = (method, path, body) => request(origin, method, path, { token, body })
  const { topics } = await ask("GET", "/admin/mailroom/topics")
  const topic = topics.find(({ slug }) => slug === "newsletters") ?? topics[0]
  const { products } = await ask(
    "GET",
    "/admin/products?limit=3&order=-created_at&fields=title,description,thumbnail,handle",
  )
  const { mailing } = await ask("POST", "/admin/mailroom/mailings", {
    subject: "What is new at Nordhain",
    preheader: "Three things that came in this week",
    topic_id: topic.id,
    is_tracked: true,
    is_copy_kept: true,
    document: { kind: "blocks", blocks: blocksOf(products, origin) },
  })
  await ask("POST", `/admin/mailroom/mailings/${mailing.id}/send`, {})
  say(`"${mailing.subject}" goes to the topic "${topic.name}"`)
  await follow(() => ask("GET", `/admin/mailroom/mailings/${mailing.id}/progress`), say)
}

function blocksOf(products, origin) {
  return [
    { type: "heading", text: "New this week", level: 1 },
    { type: "text", text: "Fresh from the warehouse, in small numbers." },
    ...products.flatMap(({ title, description, thumbnail, handle }) => [
      { type: "divider" },
      { type: "picture", url: thumbnail, alt: title, link: `${origin}/app/products?q=${handle}` },
      { type: "heading", text: title, level: 2 },
      { type: "text", text: description },
      {
        type: "button",
        label: `See the ${title.toLowerCase()}`,
        url: `${origin}/app/products?q=${handle}&from=button`,
      },
    ]),
  ]
}

async function follow(progress, say, before = "") {
  const { state, audience, sent, dropped, failed, problem } = await progress()
  const now = `${state}: ${sent} sent, ${dropped} dropped, ${failed} failed of ${audience ?? "?"}`
  if (now !== before) say(now)
  if (["sent", "stopped", "failed", "paused"].includes(state)) return problem && say(problem)
  await pause(1000)
  return follow(progress, say, now)
}
