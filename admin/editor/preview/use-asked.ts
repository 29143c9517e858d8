import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import type { Asked, ContentFinding, ContentPreview, MailContent } from "../../parts/api/content"
import { mailroom } from "../../parts/client"

const TYPING_MS = 500

/** The value as it was when the typing last paused: not each keystroke asks the server. */
export function usePaused<T>(value: T): T {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), TYPING_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}

/** How the content looks, rendered by the server on the path that sends; what is being typed counts, saved or not. */
export function usePreview(asked: Omit<Asked, "content">, content: MailContent) {
  return useQuery({
    queryKey: ["mailroom", "/content/preview", asked, content],
    queryFn: () => mailroom<ContentPreview>("/content/preview", { method: "POST", body: { ...asked, content } }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
  })
}

export function useLint(asked: Omit<Asked, "content">, content: MailContent) {
  return useQuery({
    queryKey: ["mailroom", "/content/lint", asked, content],
    queryFn: () =>
      mailroom<{ findings: ContentFinding[]; bytes: number }>("/content/lint", {
        method: "POST",
        body: { ...asked, content },
      }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
    gcTime: 60_000,
  })
}
