import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { WholeContact } from "../../parts/api/contacts"
import type { Tasks } from "../../parts/api/tasks"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { DueBadge } from "../tasks/due-badge"
import { NewTaskDrawer } from "../tasks/new-task-drawer"
import { useTaskPeople } from "../tasks/use-task-people"

const SHOWN = 5

/** What somebody has to do about this person, or did. */
export function TasksCard({ contact }: { contact: WholeContact }) {
  const text = useText()
  const navigate = useNavigate()
  const { nameOf } = useTaskPeople()
  const [isNew, setNew] = useState(false)
  const read = useRead<Tasks>("/tasks", { query: { show: "all", contact_id: contact.id, limit: SHOWN } })
  return (
    <Section
      title={text("menu.tasks")}
      actions={
        <ActionButton needs="edit" onClick={() => setNew(true)}>
          {text("tasks.add")}
        </ActionButton>
      }
    >
      <WhenRead read={read}>
        {({ tasks }) =>
          tasks.length === 0 ? (
            <Text size="small" className="text-ui-fg-subtle px-6 py-4">
              {text("tasks.noneOfPerson")}
            </Text>
          ) : (
            <ul className="divide-y">
              {tasks.map((task) => (
                <li key={task.id}>
                  <button
                    type="button"
                    className="hover:bg-ui-bg-base-hover flex w-full flex-col items-start gap-y-1 px-6 py-3 text-left"
                    onClick={() => navigate(`/mailroom/tasks?id=${task.id}`)}
                  >
                    <Text size="small" weight="plus" className="max-w-full truncate">
                      {task.title}
                    </Text>
                    <span className="txt-compact-xsmall text-ui-fg-subtle">{nameOf(task.assignee_id)}</span>
                    <DueBadge task={task} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </WhenRead>
      {isNew && (
        <NewTaskDrawer
          contact={{ id: contact.id, name: contact.name ?? contact.email }}
          onClose={() => setNew(false)}
        />
      )}
    </Section>
  )
}
