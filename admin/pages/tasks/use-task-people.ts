import type { TaskPeople } from "../../parts/api/tasks"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** Who can be given a task, and how they are called; who has left the admin is said to be gone. */
export function useTaskPeople() {
  const text = useText()
  const { data } = useRead<TaskPeople>("/tasks/people")
  const people = data?.people ?? []
  return {
    me: data?.me ?? null,
    options: people.map(({ id, name, email }) => ({ value: id, label: name ?? email ?? id })),
    nameOf(id: string | null): string {
      if (id === null) return text("tasks.nobody")
      const known = people.find((one) => one.id === id)
      return known ? (known.name ?? known.email ?? id) : data ? text("tasks.gone") : "…"
    },
  }
}
