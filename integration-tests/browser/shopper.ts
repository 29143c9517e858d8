import type { OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"

/** Somebody registers in the shop, through its Store API. */
export async function register({ page, store: { url } }: OpenAdmin, email: string, firstName = "Otto"): Promise<void> {
  const { api_key } = await ask(page, `${url}/admin/api-keys`, { data: { title: "Web shop", type: "publishable" } })
  const made = await ask(page, `${url}/auth/customer/emailpass/register`, {
    data: { email, password: "a-long-password" },
  })
  await ask(page, `${url}/store/customers`, {
    data: { email, first_name: firstName },
    headers: { authorization: `Bearer ${made.token}`, "x-publishable-api-key": api_key.token },
  })
}
