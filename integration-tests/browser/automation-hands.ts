import type { OpenAdmin } from "./admin-in-browser"
import { ask } from "./ask"

export type Entrant = { id: string; state: string; email: string; version_number: number }

export async function entrants(admin: OpenAdmin, id: string): Promise<Entrant[]> {
  return (await call(admin, `/automations/${id}/entrants`)).entrants
}

/** Reads from the admin's API; `path` is behind `/admin/mailroom`. */
export async function call({ page, store }: OpenAdmin, path: string) {
  return ask(page, `${store.url}/admin/mailroom${path}`)
}
