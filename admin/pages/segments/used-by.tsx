import { Link } from "react-router-dom"
import type { Segment } from "../../parts/api/segments"
import { useText } from "../../parts/use-text"

const PAGES: Record<Segment["used_by"][number]["kind"], string> = {
  segment: "/mailroom/segments",
  mailing: "/mailroom/newsletters",
  automation: "/mailroom/automations",
}

/** By name, each a link to its page. */
export function UsedBy({ users }: { users: Segment["used_by"] }) {
  const text = useText()
  return (
    <>
      {users.map(({ kind, id, name }, n) => (
        <span key={id}>
          {n > 0 && ", "}
          <Link
            to={`${PAGES[kind]}/${id}`}
            className="text-ui-fg-interactive"
            onClick={(event) => event.stopPropagation()}
          >
            {name ?? text("common.noSubject")}
          </Link>
        </span>
      ))}
    </>
  )
}
