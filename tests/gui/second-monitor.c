/* A second monitor for tests, preloaded: libXrandr and libXinerama tell of it, as Xvfb has one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that MSK_TEST_MONITORS names says how many are plugged in. */
#include <X11/extensions/Xinerama.h>
#include <X11/extensions/Xrandr.h>
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECOND_OUTPUT 0x1ffffffUL

static int
count_plugged (void)
{
  const char *path = getenv ("MSK_TEST_MONITORS");
  FILE *file = path == NULL ? NULL : fopen (path, "r");
  int count = 1;

  if (file != NULL)
    {
      if (fscanf (file, "%d", &count) != 1)
        count = 1;
      fclose (file);
    }

  return count;
}

/* The screen is cut into halves; the right one is there when it is plugged in. One block, which
 * XRRFreeMonitors() frees. */
XRRMonitorInfo *
XRRGetMonitors (Display *display, Window window, Bool get_active, int *n_monitors)
{
  const int count = count_plugged ();
  const int width = DisplayWidth (display, DefaultScreen (display)) / 2;
  const int height = DisplayHeight (display, DefaultScreen (display));
  XRRScreenResources *resources = XRRGetScreenResources (display, window);
  XRRMonitorInfo *monitors = calloc (1, 2 * sizeof *monitors + 2 * sizeof (RROutput));
  RROutput *outputs = (RROutput *) (void *) (monitors + 2);

  outputs[0] = resources->outputs[0];
  outputs[1] = SECOND_OUTPUT;
  for (int i = 0; i < 2; i++)
    monitors[i] = (XRRMonitorInfo){ .name = (Atom) (i + 1),
                                    .primary = i == 0,
                                    .noutput = 1,
                                    .x = i * width,
                                    .width = width,
                                    .height = height,
                                    .mwidth = 400,
                                    .mheight = 225,
                                    .outputs = outputs + i };
  XRRFreeScreenResources (resources);
  *n_monitors = count;
  return monitors;
}

XRROutputInfo *
XRRGetOutputInfo (Display *display, XRRScreenResources *resources, RROutput output)
{
  static XRROutputInfo *(*real) (Display *, XRRScreenResources *, RROutput);
  XRROutputInfo *info;

  if (real == NULL)
    *(void **) &real = dlsym (RTLD_NEXT, "XRRGetOutputInfo");
  info = real (display, resources, output == SECOND_OUTPUT ? resources->outputs[0] : output);
  if (output == SECOND_OUTPUT && info != NULL && info->nameLen > 0)
    info->name[0] = 'S';

  return info;
}

/* No property: the server has no such output, and what it says of that is an error. */
int
XRRGetOutputProperty (Display *display,
                      RROutput output,
                      Atom property,
                      long offset,
                      long length,
                      Bool delete_it,
                      Bool pending,
                      Atom wanted,
                      Atom *type,
                      int *format,
                      unsigned long *n_items,
                      unsigned long *bytes_after,
                      unsigned char **value)
{
  static int (*real) (Display *, RROutput, Atom, long, long, Bool, Bool, Atom, Atom *, int *,
                      unsigned long *, unsigned long *, unsigned char **);

  if (real == NULL)
    *(void **) &real = dlsym (RTLD_NEXT, "XRRGetOutputProperty");
  if (output != SECOND_OUTPUT)
    return real (display, output, property, offset, length, delete_it, pending, wanted, type,
                 format, n_items, bytes_after, value);

  *type = None;
  *format = 0;
  *n_items = *bytes_after = 0;
  *value = NULL;
  return Success;
}

Bool
XineramaIsActive (Display *display)
{
  return True;
}

/* The window manager keeps both for good: it need not see what is plugged in. XFree() frees it. */
XineramaScreenInfo *
XineramaQueryScreens (Display *display, int *n_screens)
{
  const int width = DisplayWidth (display, DefaultScreen (display)) / 2;
  const int height = DisplayHeight (display, DefaultScreen (display));
  XineramaScreenInfo *screens = calloc (2, sizeof *screens);

  for (int i = 0; i < 2; i++)
    screens[i] = (XineramaScreenInfo){ i, (short) (i * width), 0, (short) width, (short) height };
  *n_screens = 2;
  return screens;
}
