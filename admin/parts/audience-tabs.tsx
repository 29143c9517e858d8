import { Link, useLocation } from "react-router-dom"
import { useText, type TextKey } from "./use-text"

/** The pages about people, side by side. The menu has one entry for them. */
const TABS: { to: string; label: TextKey }[] = [
  { to: "/mailroom/contacts", label: "menu.contacts" },
  { to: "/mailroom/who", label: "who.title" },
  { to: "/mailroom/topics", label: "topicPage.title" },
  { to: "/mailroom/suppressions", label: "stops.title" },
  { to: "/mailroom/ledger", label: "ledger.title" },
  { to: "/mailroom/imports", label: "imports.title" },
  { to: "/mailroom/contacts/quality", label: "contacts.quality.title" },
  { to: "/mailroom/contacts/fields", label: "contacts.fields.title" },
]

export function AudienceTabs() {
  const text = useText()
  const { pathname } = useLocation()
  return (
    <nav aria-label={text("contacts.tabs")} className="flex flex-wrap gap-1">
      {TABS.map(({ to, label }) => {
        const isHere = pathname.replace(/\/+$/, "") === to
        return (
          <Link
            key={to}
            to={to}
            aria-current={isHere ? "page" : undefined}
            className={`txt-compact-small-plus rounded-md px-3 py-1.5 outline-none transition-colors focus-visible:shadow-borders-focus ${
              isHere
                ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
                : "text-ui-fg-subtle hover:text-ui-fg-base"
            }`}
          >
            {text(label)}
          </Link>
        )
      })}
    </nav>
  )
}
