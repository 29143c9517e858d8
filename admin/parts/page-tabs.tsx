import { Link, useLocation } from "react-router-dom"
import { useText, type TextKey } from "./use-text"

export type PageTab = { to: string; label: TextKey }

/** Pages side by side under one entry of the menu. */
export function PageTabs({ label, tabs }: { label: TextKey; tabs: PageTab[] }) {
  const text = useText()
  const { pathname } = useLocation()
  return (
    <nav aria-label={text(label)} className="flex flex-wrap gap-1">
      {tabs.map((tab) => {
        const isHere = pathname.replace(/\/+$/, "") === tab.to
        return (
          <Link
            key={tab.to}
            to={tab.to}
            aria-current={isHere ? "page" : undefined}
            className={`txt-compact-small-plus rounded-md px-3 py-1.5 outline-none transition-colors focus-visible:shadow-borders-focus ${
              isHere
                ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
                : "text-ui-fg-subtle hover:text-ui-fg-base"
            }`}
          >
            {text(tab.label)}
          </Link>
        )
      })}
    </nav>
  )
}
