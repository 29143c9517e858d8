import { execFileSync } from "node:child_process"

/**
 * Started by `npm start`, and npm was killed: nobody can press Ctrl-C any more, so `onGone` is called. npm puts a shell
 * between itself and us, which outlives it; therefore the shell's parent is watched too.
 */
export function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event !== "start" || process.platform === "win32") return
  const watched = [process.ppid, parentOf(process.ppid)].filter((pid) => pid > 1)
  setInterval(() => watched.every(isAlive) || onGone(), 1000).unref()
}

function parentOf(pid) {
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }))
  } catch {
    // No `ps` on this machine: the shell alone is watched.
    return 0
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}
