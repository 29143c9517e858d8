import { Button, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Person, Segment } from "../../parts/api/segments"
import { Field } from "../../parts/field"
import { PageHead } from "../../parts/page-head"
import { PagedTable } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"
import { FindContact } from "./find-contact"
import { DeleteSegment } from "./segment-actions"
import { UsedBy } from "./used-by"

/** People picked by hand: look for them, add them, take them off. */
export function ListSegment({ segment }: { segment: Segment }) {
  const text = useText()
  const format = useFormat()
  const [name, setName] = useState(segment.name)
  const save = useChange<{ name: string; revision: number }>(`/segments/${segment.id}`, { done: text("common.saved") })
  const add = useChange<{ contact_ids: string[] }, { added: number }>(`/segments/${segment.id}/people`, {
    done: ({ added }) => text("segments.added", { count: added }),
  })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={segment.name}
        hint={segment.members === null ? undefined : `${text("segments.people")}: ${format.number(segment.members)}`}
        actions={
          <>
            <DeleteSegment segment={segment} />
            <ActionButton
              needs="edit"
              variant="primary"
              disabled={name === segment.name}
              isLoading={save.isPending}
              onClick={() => save.mutate({ name, revision: segment.revision })}
            >
              {text("common.save")}
            </ActionButton>
          </>
        }
      />
      <Section title={text("segments.addPeople")}>
        <div className="grid grid-cols-1 gap-4 px-6 py-4 sm:grid-cols-2">
          <FindContact
            action={(person) => (
              <Button size="small" variant="transparent" onClick={() => add.mutate({ contact_ids: [person.id] })}>
                {text("common.add")}
              </Button>
            )}
          />
          <Field label={text("segments.name")}>
            {(id) => <Input id={id} size="small" value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
        </div>
      </Section>
      {segment.used_by.length > 0 && (
        <Section title={text("segments.usedBy")}>
          <Text as="div" size="small" className="px-6 py-4">
            <UsedBy users={segment.used_by} />
          </Text>
        </Section>
      )}
      <Members segment={segment} />
    </div>
  )
}

function Members({ segment }: { segment: Segment }) {
  const text = useText()
  const navigate = useNavigate()
  const { cursor, pages } = usePages(segment.id)
  const people = useRead<{ people: Person[]; next_cursor: string | null }>(`/segments/${segment.id}/people`, {
    query: { cursor, limit: 25 },
  })
  const remove = useChange<{ contact_ids: string[] }>(`/segments/${segment.id}/remove-people`, {
    done: text("segments.removed"),
  })
  return (
    <Section title={text("segments.everyone")}>
      <WhenRead read={people}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState title={text("segments.listEmpty")} hint={text("segments.listEmptyHint")} />
          ) : (
            <PagedTable
              rows={data.people}
              keyOf={(person) => person.id}
              onRow={(person) => navigate(`/mailroom/contacts/${person.id}`)}
              pages={pages(data.next_cursor)}
              isStale={people.isPlaceholderData}
              columns={[
                { key: "name", head: text("contacts.name"), cell: (person) => person.name ?? "–" },
                { key: "email", head: text("contacts.email"), cell: (person) => person.email ?? "–" },
                {
                  key: "remove",
                  head: "",
                  align: "right",
                  cell: (person) => (
                    <Button
                      size="small"
                      variant="transparent"
                      onClick={(event) => {
                        event.stopPropagation()
                        remove.mutate({ contact_ids: [person.id] })
                      }}
                    >
                      {text("segments.remove")}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}
