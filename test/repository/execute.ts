import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program in a folder to its end. A failure carries what the program printed. */
export async function execute(command: string, args: readonly string[], folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, { cwd: folder, windowsHide: true });
  return stdout;
}
