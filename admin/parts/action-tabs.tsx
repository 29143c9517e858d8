import { PageTabs } from "./page-tabs"

/** The pages about who else is told. The menu has one entry for them. */
export function ActionTabs() {
  return (
    <PageTabs
      label="suppliers.tabs"
      tabs={[
        { to: "/mailroom/custom-actions", label: "menu.customActions" },
        { to: "/mailroom/notices", label: "notices.title" },
        { to: "/mailroom/suppliers", label: "suppliers.title" },
        { to: "/mailroom/webhooks", label: "webhooks.title" },
      ]}
    />
  )
}
