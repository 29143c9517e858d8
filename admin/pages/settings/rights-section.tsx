import { Alert, Checkbox, Text } from "@medusajs/ui"
import type { Rights, UserRights } from "../../parts/api/settings"
import { Explained } from "../../parts/figure"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"

const RIGHTS = ["see", "edit", "send", "mail_out"] as const

/** Who may do what in Mailroom (F25). */
export function RightsSection() {
  const text = useText()
  const rights = useRead<{ is_open: boolean; users: UserRights[] }>("/rights")
  return (
    <Section title={text("settings.section.rights")} hint={text("rights.hint")}>
      <WhenRead read={rights}>
        {(data) => (
          <>
            {data.is_open && (
              <div className="px-6 py-4">
                <Alert variant="info">{text("rights.open")}</Alert>
              </div>
            )}
            <UserTable users={data.users} />
          </>
        )}
      </WhenRead>
    </Section>
  )
}

function UserTable({ users }: { users: UserRights[] }) {
  const text = useText()
  const mine = useRights()
  const change = useChange<Rights & { user_id: string }>((input) => `/rights/${input.user_id}`, {
    done: text("common.saved"),
  })
  return (
    <PagedTable
      rows={users}
      keyOf={(user) => user.user_id}
      columns={[
        {
          key: "user",
          head: text("rights.user"),
          cell: (user) => (
            <div>
              <Text size="small" className="text-ui-fg-base">
                {user.name || user.email || user.user_id}
              </Text>
              {user.name && (
                <Text size="xsmall" className="text-ui-fg-muted">
                  {user.email}
                </Text>
              )}
            </div>
          ),
        },
        ...RIGHTS.map((right) => ({
          key: right,
          head: <Explained label={text(`rights.name.${right}`)} hint={text(`rights.nameHint.${right}`)} />,
          cell: (user: UserRights) => (
            <Checkbox
              aria-label={`${user.email ?? user.user_id}: ${text(`rights.name.${right}`)}`}
              checked={user.rights[right]}
              disabled={!mine.edit || change.isPending}
              onCheckedChange={(isOn) =>
                change.mutate({ user_id: user.user_id, ...user.rights, [right]: isOn === true })
              }
            />
          ),
        })),
      ]}
    />
  )
}
