// Writes the list of common passwords that src/NhiemSo.Platform/Identity/Passwords refuses, in its own form: small letters and digits, no
// digits at the ends (PasswordRule takes them off before it looks), four characters or more. Committed, like all that the front end builds.
import { readFile, writeFile } from "node:fs/promises";

const list = JSON.parse(await readFile(new URL("./node_modules/@zxcvbn-ts/language-common/src/passwords.json", import.meta.url), "utf8"));
const plain = list.map((p) => p.toLowerCase().replace(/[^a-z0-9]/g, "").replace(/^[0-9]+|[0-9]+$/g, "")).filter((p) => p.length >= 4);
const words = [...new Set(plain)].sort();
await writeFile(new URL("../src/NhiemSo.Platform/Identity/Passwords/common.txt", import.meta.url), words.join("\n") + "\n");
console.log("common.txt", words.length, "words");
