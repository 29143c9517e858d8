import type { MyRights, Rights } from "./api/settings"
import { useRead } from "./use-mailroom"

/** What the logged-in user may do. While it loads nothing is greyed out: the server decides anyway. */
export function useRights(): Rights {
  const { data } = useRead<MyRights>("/rights/me")
  return data?.rights ?? { see: true, edit: true, send: true, mail_out: true }
}
