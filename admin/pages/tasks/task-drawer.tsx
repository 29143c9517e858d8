import { Button, DatePicker, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Task } from "../../parts/api/tasks"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { Row } from "../../parts/section"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { DueBadge } from "./due-badge"
import { SettleButtons } from "./settle-buttons"
import { useTaskPeople } from "./use-task-people"

/** One task: what, about whom, how to reach them; done, dropped, or handed on. */
export function TaskDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText()
  const { me } = useTaskPeople()
  const read = useRead<{ task: Task }>(`/tasks/${id}`)
  const task = read.data?.task
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{task?.title ?? text("tasks.one")}</Drawer.Title>
          {task && <Drawer.Description>{text(`tasks.kind.${task.kind}`)}</Drawer.Description>}
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-5 overflow-y-auto p-0">
          <WhenRead read={read} loading={<LoadingRows rows={4} />}>
            {(data) => <Facts task={data.task} />}
          </WhenRead>
          {task?.state === "open" && <HandOn key={task.assigned_at} task={task} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {text("common.close")}
          </Button>
          {task && <SettleButtons task={task} me={me} withDismiss onDone={onClose} />}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Facts({ task }: { task: Task }) {
  const text = useText()
  const format = useFormat()
  const { nameOf } = useTaskPeople()
  const link = "text-ui-fg-interactive"
  return (
    <div className="divide-y">
      <Row label={text("tasks.due")}>
        <DueBadge task={task} />
      </Row>
      {task.note && (
        <Row label={text("tasks.note")}>
          <Text size="small" className="whitespace-pre-line">
            {task.note}
          </Text>
        </Row>
      )}
      {task.contact_id && (
        <Row label={text("tasks.about")}>
          <Link className={link} to={`/mailroom/contacts/${task.contact_id}`}>
            {task.contact_name ?? task.contact_email ?? text("contacts.erased")}
          </Link>
        </Row>
      )}
      {task.phone && (
        <Row label={text("tasks.phone")}>
          <a className={link} href={`tel:${task.phone.replace(/[^+\d]/g, "")}`}>
            {task.phone}
          </a>
        </Row>
      )}
      {task.contact_email && (
        <Row label={text("tasks.email")}>
          <a className={link} href={`mailto:${task.contact_email}`}>
            {task.contact_email}
          </a>
        </Row>
      )}
      {task.order_id && (
        <Row label={text("tasks.order")}>
          <Link className={link} to={`/orders/${task.order_id}`}>
            {task.order_display_id === null ? task.order_id : `#${task.order_display_id}`}
          </Link>
        </Row>
      )}
      <Row label={text("tasks.assignee")}>{nameOf(task.assignee_id)}</Row>
      <Row label={text("tasks.madeBy")}>
        {task.automation_id ? (
          <Link className={link} to={`/mailroom/automations/${task.automation_id}`}>
            {task.automation_name ?? task.automation_id}
          </Link>
        ) : (
          nameOf(task.created_by)
        )}
        , {format.dateTime(task.created_at)}
      </Row>
      {task.settled_at && <Row label={text("tasks.settledBy")}>{nameOf(task.settled_by)}</Row>}
    </div>
  )
}

/** To another colleague, who gets a mail, or until another day. */
function HandOn({ task }: { task: Task }) {
  const text = useText()
  const { options } = useTaskPeople()
  const rights = useRights()
  const [assignee, setAssignee] = useState(task.assignee_id ?? "")
  const [due, setDue] = useState<Date | null>(new Date(task.due_at))
  const save = useChange<{ assignee_id?: string; due_at?: string }>(`/tasks/${task.id}`, { done: text("common.saved") })
  if (!rights.edit) return null
  const isNewDue = due !== null && due.getTime() !== new Date(task.due_at).getTime()
  const isChanged = assignee !== (task.assignee_id ?? "") || isNewDue
  return (
    <div className="flex flex-col gap-y-4 border-t px-6 py-4">
      <Field label={text("tasks.handOn")} hint={text("tasks.handOnHint")}>
        {(id) => (
          <Choice
            id={id}
            value={assignee}
            placeholder={text("tasks.nobody")}
            onChange={setAssignee}
            options={options}
          />
        )}
      </Field>
      <Field label={text("tasks.due")}>
        {() => <DatePicker granularity="minute" value={due} onChange={setDue} aria-label={text("tasks.due")} />}
      </Field>
      <div>
        <ActionButton
          needs="edit"
          disabled={!isChanged}
          isLoading={save.isPending}
          onClick={() =>
            save.mutate({ ...(assignee && { assignee_id: assignee }), ...(isNewDue && { due_at: due.toISOString() }) })
          }
        >
          {text("common.save")}
        </ActionButton>
      </div>
    </div>
  )
}
