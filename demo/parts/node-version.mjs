import { Trouble } from "../../scripts/trouble.mjs"

/** The range of `engines` in package.json; said here because an old Node would fail later with a riddle. */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number)
  const isFine = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!isFine)
    throw new Trouble(
      `Node ${version} is too old: Mailroom's demo needs Node 20.19 or newer, or 22.12 or newer (https://nodejs.org).`,
    )
}
