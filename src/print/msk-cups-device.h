/* What the printer itself says of a job, behind the back of the printing system.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_CUPS_DEVICE_SAYS_NOTHING, /* it cannot be asked, or does not remember the job */
  MSK_CUPS_DEVICE_AGREES,       /* completed */
  MSK_CUPS_DEVICE_DISAGREES,    /* it gave the job up, or still has it */
  MSK_CUPS_DEVICE_IS_GONE,      /* it can be asked and does not answer */
} MskCupsDeviceWord;

/* CUPS passes some jobs for completed that the printer gave up. A printer that speaks IPP on this
 * machine can be asked itself, by the job's reference; others say nothing. device_uri may be NULL.
 */
MskCupsDeviceWord msk_cups_device_ask (const char *device_uri, const char *reference);

G_END_DECLS
