/* Whether a print queue may be trusted with a secret copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cups-connection.h"
#include "msk-media.h"

G_BEGIN_DECLS

/* A name that can stand in a URI, a command and a sentence: up to 127 ASCII letters, digits and _ -
 * . + and no hyphen first. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_cups_queue_check_name (const char *queue, GError **error);

/* Whether a device is on a wire of this machine: USB, parallel or serial, or a program on the
 * loopback address that speaks for such a device. What is not known is not local. */
gboolean msk_cups_queue_device_is_local (const char *device_uri);

/* Asks the printing system and judges the answer, also whether it offers a size of paper (NULL: any
 * will do). Fails with MSK_SYSTEM_ERROR_PRINTER_ABSENT,
 * _STOPPED, _REFUSED or _LOST, or with MSK_RULE_ERROR_PRINTER_UNSAFE or
 * _MEDIA_NOT_OFFERED. *two_sided: whether a sheet
 * takes two pages. */
gboolean msk_cups_queue_check (MskCupsConnection *connection,
                               const char *queue,
                               const MskMedia *media,
                               gboolean *two_sided,
                               GError **error);

G_END_DECLS
