import { Badge, Text } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import type { Activity } from "../../parts/api/contacts"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** F41: type, feature and action feature of each activity, the newest first. */
export function ActivitiesCard({ activities }: { activities: Activity[] }) {
  const text = useText()
  const format = useFormat()
  const navigate = useNavigate()
  return (
    <Section title={text("contacts.activities")}>
      {activities.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {text("contacts.noActivities")}
        </Text>
      ) : (
        <PagedTable
          rows={activities.map((activity, index) => ({ ...activity, key: `${activity.message_id}-${index}` }))}
          keyOf={(activity) => activity.key}
          onRow={({ message_id: id }) => id && navigate(`/mailroom/outbox/${id}`)}
          columns={[
            {
              key: "type",
              head: text("contacts.type"),
              cell: (activity) => (
                <span className="flex gap-x-1.5">
                  {activity.types.map((type) => (
                    <Badge key={type} size="2xsmall" className="whitespace-nowrap">
                      {type}
                    </Badge>
                  ))}
                </span>
              ),
            },
            { key: "feature", head: text("contacts.feature"), cell: (activity) => activity.feature ?? "–" },
            { key: "action", head: text("contacts.actionFeature"), cell: (activity) => activity.action_feature ?? "–" },
            {
              key: "sentence",
              head: "",
              width: "max-w-[320px] truncate",
              cell: (activity) => <span title={said(activity.sentence)}>{said(activity.sentence)}</span>,
            },
            { key: "at", head: text("outbox.when"), cell: (activity) => format.ago(activity.at) },
          ]}
        />
      )}
    </Section>
  )
}
