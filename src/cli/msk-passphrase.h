/* A passphrase on its way from the user to the desk: in memory that is never swapped and is wiped
 * when freed. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each gives the first line, without its end; the caller frees it with msk_passphrase_free(). */

/* Takes no byte beyond the line, so that a second passphrase or other input may follow it. Fails
 * with MSK_SYSTEM_ERROR_FILE, MSK_SYSTEM_ERROR_MEMORY, or MSK_INPUT_ERROR_BAD_VALUE (too long). */
char *msk_passphrase_read_fd (int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails likewise, or with MSK_INPUT_ERROR_FILE_REFUSED when others could read or change the file.
 */
char *msk_passphrase_read_file (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks on the terminal, without showing what is typed. Fails likewise, or with
 * MSK_INPUT_ERROR_USAGE when there is no terminal to ask on. */
char *msk_passphrase_ask (const char *prompt, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks twice. Fails likewise, or with MSK_INPUT_ERROR_BAD_VALUE when the two differ. */
char *msk_passphrase_ask_twice (const char *prompt, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void msk_passphrase_free (char *self);

G_END_DECLS
