/** Fenced code, comments, code within a line and addresses of links: what is no wording. */
const noWording =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|<!--[\s\S]*?(?:-->|(?![\s\S]))|`[^`\n]+`|\]\([^)\n]*\)/gm

/** The text with everything that is no wording blanked out; offsets stay. */
export const plain = (text: string): string => text.replace(noWording, part => part.replace(/[^\n]/g, ' '))
