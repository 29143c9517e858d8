import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"

/** Reads every Mailroom list again when `news` changes, for example the time of the server's last look; not at first. */
export function useReread(news: string | undefined): void {
  const queries = useQueryClient()
  const before = useRef(news)
  useEffect(() => {
    const isNews = before.current !== undefined && news !== before.current
    before.current = news ?? before.current
    if (isNews) void queries.invalidateQueries({ queryKey: ["mailroom"] })
  }, [news, queries])
}
