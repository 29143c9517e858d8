import { pause } from "../parts/medusa.mjs"
import { oneOf } from "./shoppers.mjs"

/** Mail programs of people; a bare "node" would be told apart as a machine. */
const READERS = [
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
]
/** Whoever opens within 10 s after the server took the mail may be a security gateway (classify.ts): people take longer. */
const PEOPLE_TAKE_MS = 12_000

/** All mails that the catcher holds, newest first. */
export async function mailsIn(inbox) {
  const response = await fetch(`${inbox}/email`)
  if (!response.ok) throw new Error(`The inbox ${inbox}/email answered ${response.status}`)
  const mails = await response.json()
  return mails.sort((a, b) => new Date(b.time) - new Date(a.time))
}

export function isTo(mail, address) {
  return recipientsOf(mail).some((to) => to.toLowerCase() === address.toLowerCase())
}

/** From the envelope; a mail that the catcher read again from its folder has only its head. */
export function recipientsOf({ envelope, to }) {
  const all = Array.isArray(envelope?.to) && envelope.to.length ? envelope.to : (to ?? [])
  return all.map(({ address }) => address)
}

/** Receipts are not tracked unless the owner switches that on. */
export function hasPixel(mail) {
  return pixelsOf(mail).length > 0
}

export function hasTrackedLinks(mail) {
  return linksOf(mail).length > 0
}

export function offersUnsubscribing(mail) {
  return oneClickOf(mail) !== undefined
}

/** Loads the mail's pictures as a reader does. */
export async function open(mail) {
  await waitLikePeople(mail)
  for (const pixel of pixelsOf(mail)) await visit(pixel)
}

/** Opens the mail and follows one of its tracked links; returns where it led. */
export async function click(mail) {
  await open(mail)
  const links = linksOf(mail)
  await pause(1500)
  const response = await visit(oneOf(links))
  return response.headers.get("location") ?? String(response.status)
}

/** One click on the mail program's own "unsubscribe" (RFC 8058). */
export async function unsubscribe(mail) {
  const response = await fetch(oneClickOf(mail), {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  })
  if (!response.ok) throw new Error(`Unsubscribing answered ${response.status}`)
}

const pixelsOf = (mail) => addresses(mail, /\/mailroom\/o\//)
const linksOf = (mail) => addresses(mail, /\/mailroom\/c\//)
const oneClickOf = (mail) => /<(https?:[^>]+)>/.exec(mail.headers["list-unsubscribe"] ?? "")?.[1]

function visit(url) {
  return fetch(url, { headers: { "user-agent": oneOf(READERS), accept: "*/*" }, redirect: "manual" })
}

function addresses({ html = "" }, kind) {
  const all = [...html.matchAll(/(?:href|src)=["']([^"']+)["']/g)].map(([, url]) => url.replaceAll("&amp;", "&"))
  return [...new Set(all.filter((url) => kind.test(url)))]
}

async function waitLikePeople({ time }) {
  const tooSoon = new Date(time).getTime() + PEOPLE_TAKE_MS - Date.now()
  if (tooSoon > 0) await pause(tooSoon)
}
