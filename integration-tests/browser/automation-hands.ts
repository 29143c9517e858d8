import type { APIResponse } from "playwright-core"
import type { OpenAdmin } from "./admin-in-browser"

export type Entrant = { id: string; state: string; email: string; version_number: number }

/** A server closes a connection that nobody has used for five seconds; who asks in that moment asks once more. */
const ASKING = { maxRetries: 3 }

export async function entrants(admin: OpenAdmin, id: string): Promise<Entrant[]> {
  return (await call(admin, `/automations/${id}/entrants`)).entrants
}

/** Reads from the admin's API; `path` is behind `/admin/mailroom`. */
export async function call({ page, store }: OpenAdmin, path: string) {
  return json(await page.request.get(`${store.url}/admin/mailroom${path}`, ASKING))
}

/** Through the Store API, as a shopper does. */
export async function register({ page: { request }, store: { url } }: OpenAdmin, email: string): Promise<void> {
  const { api_key } = await json(
    await request.post(`${url}/admin/api-keys`, { ...ASKING, data: { title: "Automations", type: "publishable" } }),
  )
  const { token } = await json(
    await request.post(`${url}/auth/customer/emailpass/register`, {
      ...ASKING,
      data: { email, password: "a-long-password" },
    }),
  )
  await json(
    await request.post(`${url}/store/customers`, {
      ...ASKING,
      data: { email, first_name: "Otto" },
      headers: { authorization: `Bearer ${token}`, "x-publishable-api-key": api_key.token },
    }),
  )
}

async function json(answer: APIResponse) {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
