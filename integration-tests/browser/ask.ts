import type { Page } from "playwright-core"

type Asked = { data?: object; headers?: Record<string, string> }

/**
 * What the store answers to whoever is logged in on this page; throws what it says where it refuses. With `data` it is a
 * POST. A server closes a connection that nobody has used for five seconds: who asks in that moment asks once more.
 */
export async function ask(page: Page, url: string, { data, headers }: Asked = {}) {
  const method = data === undefined ? "GET" : "POST"
  const answer = await page.request.fetch(url, { method, data, headers, maxRetries: 3 })
  if (!answer.ok()) throw new Error(`${method} ${url} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
