import { usePrompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useBlocker } from "react-router-dom"
import { useText } from "./use-text"

/**
 * Nobody loses words by a click: who leaves while something is unsaved has it saved on the way, and is asked only where
 * that did not work. A closed tab is held back by the browser's own question.
 */
export function useLeaveGuard(isDirty: boolean, save: () => Promise<boolean>) {
  const text = useText()
  const prompt = usePrompt()
  const blocker = useBlocker(isDirty)

  useEffect(() => {
    if (blocker.state !== "blocked") return
    void (async () => {
      const isSure =
        (await save()) ||
        (await prompt({
          title: text("editor.leave.title"),
          description: text("editor.leave.description"),
          confirmText: text("editor.leave.confirm"),
          cancelText: text("editor.leave.stay"),
        }))
      if (isSure) blocker.proceed()
      else blocker.reset()
    })()
    // Asked once per attempt to leave; the functions are new on every render.
  }, [blocker.state])

  useEffect(() => {
    if (!isDirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isDirty])
}
