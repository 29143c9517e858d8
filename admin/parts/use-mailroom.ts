import { toast } from "@medusajs/ui"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { mailroom, type Method, type Query } from "./client"
import { sentenceOf } from "./error-sentence"
import { useText } from "./use-text"

type RefreshMs = number | false
type ReadOptions<T> = {
  query?: Query
  /** A function judges by what was read last: what has ended need not be looked at any more. */
  refreshMs?: RefreshMs | ((last: T | undefined) => RefreshMs)
  enabled?: boolean
}

/** Reads one resource. Old rows stay on the screen while the next page or a refresh loads. */
export function useRead<T>(path: string, { query, refreshMs = false, enabled = true }: ReadOptions<T> = {}) {
  return useQuery<T>({
    queryKey: ["mailroom", path, query ?? {}],
    queryFn: () => mailroom<T>(path, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: typeof refreshMs === "function" ? ({ state }) => refreshMs(state.data) : refreshMs,
    enabled,
    retry: 1,
  })
}

type ChangeOptions<In, Out> = {
  method?: Method
  /** Said in a toast when it worked. */
  done?: string | ((answer: Out) => string)
  onDone?: (answer: Out, input: In) => void
  /** By default the server's own sentence goes into a toast. */
  onRefused?: (sentence: string) => void
}

/** Changes something, says how it went, and lets every Mailroom list read again. */
export function useChange<In extends object | void, Out = unknown>(
  path: string | ((input: In) => string),
  { method = "POST", done, onDone, onRefused }: ChangeOptions<In, Out> = {},
) {
  const queries = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: (input: In) =>
      mailroom<Out>(typeof path === "function" ? path(input) : path, { method, body: input ?? undefined }),
    onSuccess: (answer, input) => {
      if (done) toast.success(typeof done === "function" ? done(answer) : done)
      onDone?.(answer, input)
      return queries.invalidateQueries({ queryKey: ["mailroom"] })
    },
    onError: (error: unknown) => {
      const sentence = sentenceOf(error, text("common.somethingWentWrong"))
      if (onRefused) onRefused(sentence)
      else toast.error(text("common.notDone"), { description: sentence })
    },
  })
}
