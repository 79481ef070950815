/* The desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-application.h"
#include "msk-process.h"

int
main (int argc, char **argv)
{
  g_autoptr(MskApplication) application = NULL;
  g_autoptr(GError) error = NULL;

  msk_process_init_language ();
  if (!msk_process_harden (&error))
    {
      g_printerr ("%s\n", error->message);
      return 4;
    }

  application = msk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
