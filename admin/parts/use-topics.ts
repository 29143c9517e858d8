import type { Topic } from "./api/contacts"
import { useRead } from "./use-mailroom"

/** The topics that can be chosen, in the owner's order. */
export function useTopics(): Topic[] {
  const { data } = useRead<{ topics: Topic[] }>("/topics")
  return (data?.topics ?? []).filter((topic) => !topic.is_archived)
}
