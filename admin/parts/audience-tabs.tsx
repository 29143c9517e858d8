import { PageTabs } from "./page-tabs"

/** The pages about people. */
export function AudienceTabs() {
  return (
    <PageTabs
      label="contacts.tabs"
      tabs={[
        { to: "/mailroom/contacts", label: "menu.contacts" },
        { to: "/mailroom/who", label: "who.title" },
        { to: "/mailroom/topics", label: "topicPage.title" },
        { to: "/mailroom/suppressions", label: "stops.title" },
        { to: "/mailroom/ledger", label: "ledger.title" },
        { to: "/mailroom/imports", label: "imports.title" },
        { to: "/mailroom/contacts/quality", label: "contacts.quality.title" },
        { to: "/mailroom/contacts/fields", label: "contacts.fields.title" },
      ]}
    />
  )
}
