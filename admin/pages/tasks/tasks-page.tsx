import { Container } from "@medusajs/ui"
import { useState } from "react"
import { useSearchParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Task, Tasks } from "../../parts/api/tasks"
import { Choice } from "../../parts/choice"
import { PageHead } from "../../parts/page-head"
import { PagedTable, type Column } from "../../parts/paged-table"
import { EmptyState, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { DueBadge } from "./due-badge"
import { NewTaskDrawer } from "./new-task-drawer"
import { SettleButtons } from "./settle-buttons"
import { TaskDrawer } from "./task-drawer"
import { useTaskPeople } from "./use-task-people"

const SHOWN = ["open", "overdue", "settled"] as const

/** What automations and colleagues have given somebody to do (F11); a mail's link opens one of them. */
export default function TasksPage() {
  const text = useText()
  const [address, setAddress] = useSearchParams()
  const [isNew, setNew] = useState(false)
  const show = SHOWN.find((one) => one === address.get("show")) ?? "open"
  const whose = address.get("of") ?? "me"
  const { cursor, pages } = usePages(`${show}/${whose}`)
  const read = useRead<Tasks>("/tasks", {
    query: { show, assignee: whose === "all" ? undefined : whose, cursor, limit: 25 },
    refreshMs: 15_000,
  })
  const set = (change: Record<string, string | null>) =>
    setAddress((before) => {
      for (const [key, value] of Object.entries(change))
        if (value === null) before.delete(key)
        else before.set(key, value)
      return before
    })
  const columns = useColumns()
  const openId = address.get("id")
  const addButton = (
    <ActionButton needs="edit" variant="primary" onClick={() => setNew(true)}>
      {text("tasks.add")}
    </ActionButton>
  )
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.tasks")} hint={text("tasks.hint")} actions={addButton} />
      <Container className="divide-y overflow-hidden p-0">
        <Filters show={show} whose={whose} set={set} />
        <WhenRead read={read}>
          {({ tasks, next_cursor: next }) =>
            tasks.length === 0 ? (
              <EmptyState
                title={text(show === "settled" ? "tasks.emptySettled" : "tasks.empty")}
                hint={text(whose === "me" ? "tasks.emptyMineHint" : "tasks.emptyHint")}
              />
            ) : (
              <PagedTable
                rows={tasks}
                keyOf={({ id }) => id}
                onRow={({ id }) => set({ id })}
                columns={columns}
                isStale={read.isPlaceholderData}
                pages={pages(next)}
              />
            )
          }
        </WhenRead>
      </Container>
      {openId && <TaskDrawer key={openId} id={openId} onClose={() => set({ id: null })} />}
      {isNew && <NewTaskDrawer onClose={() => setNew(false)} />}
    </div>
  )
}

type FilterProps = { show: string; whose: string; set: (change: Record<string, string | null>) => void }

function Filters({ show, whose, set }: FilterProps) {
  const text = useText()
  const { options, me } = useTaskPeople()
  const others = options.filter(({ value }) => value !== me)
  return (
    <div className="grid max-w-lg grid-cols-1 gap-3 px-6 py-4 sm:grid-cols-2">
      <Choice
        size="small"
        label={text("tasks.whose")}
        value={whose}
        onChange={(of) => set({ of })}
        options={[
          { value: "me", label: text("tasks.mine") },
          { value: "all", label: text("tasks.everybodys") },
          ...others,
        ]}
      />
      <Choice
        size="small"
        label={text("tasks.show")}
        value={show}
        onChange={(one) => set({ show: one })}
        options={SHOWN.map((value) => ({ value, label: text(`tasks.shown.${value}`) }))}
      />
    </div>
  )
}

function useColumns(): Column<Task>[] {
  const text = useText()
  const { nameOf, me } = useTaskPeople()
  return [
    {
      key: "what",
      head: text("tasks.what"),
      width: "max-w-[340px]",
      cell: ({ kind, title }) => (
        <div className="py-1">
          <div className="text-ui-fg-base truncate">{title}</div>
          <div className="text-ui-fg-muted">{text(`tasks.kind.${kind}`)}</div>
        </div>
      ),
    },
    { key: "about", head: text("tasks.about"), width: "max-w-[220px] truncate", cell: (task) => personOf(task) },
    { key: "who", head: text("tasks.assignee"), cell: ({ assignee_id: id }) => nameOf(id) },
    { key: "due", head: text("tasks.due"), cell: (task) => <DueBadge task={task} /> },
    {
      key: "do",
      head: "",
      align: "right",
      // The row opens the task; its button settles it.
      cell: (task) => (
        <div onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
          <SettleButtons task={task} me={me} />
        </div>
      ),
    },
  ]
}

const personOf = ({ contact_name: name, contact_email: email }: Task): string => name ?? email ?? ""
