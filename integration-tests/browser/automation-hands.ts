import type { APIResponse } from "playwright-core"
import type { OpenAdmin } from "./admin-in-browser"

export type Entrant = { id: string; state: string; email: string; version_number: number }

export async function entrants({ page, store }: OpenAdmin, id: string): Promise<Entrant[]> {
  return (await json(await page.request.get(`${store.url}/admin/mailroom/automations/${id}/entrants`))).entrants
}

/** One call of the admin's API; `path` is behind `/admin/mailroom`. */
export async function call({ page, store }: OpenAdmin, path: string, data?: object) {
  const url = `${store.url}/admin/mailroom${path}`
  return json(await (data ? page.request.post(url, { data }) : page.request.get(url)))
}

/** Through the Store API, as a shopper does. */
export async function register({ page: { request }, store: { url } }: OpenAdmin, email: string): Promise<void> {
  const { api_key } = await json(
    await request.post(`${url}/admin/api-keys`, { data: { title: "Automations", type: "publishable" } }),
  )
  const { token } = await json(
    await request.post(`${url}/auth/customer/emailpass/register`, { data: { email, password: "a-long-password" } }),
  )
  await json(
    await request.post(`${url}/store/customers`, {
      data: { email, first_name: "Otto" },
      headers: { authorization: `Bearer ${token}`, "x-publishable-api-key": api_key.token },
    }),
  )
}

export async function json(answer: APIResponse) {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}
