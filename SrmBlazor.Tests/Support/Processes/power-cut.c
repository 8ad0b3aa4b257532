/*
 * What a disk holds when the power goes. Preloaded into a process (LD_PRELOAD), it keeps beside one folder ($POWER_CUT_FOLDER) a second one
 * ($POWER_CUT_DISK) with what POSIX promises of the first, and not a byte more:
 *
 *   - a file has the content that its last fsync or fdatasync saw; what was written since is lost;
 *   - names are those of the last fsync of the folder: until then a new file has none, and a removed one is still there;
 *   - what the folder held when the process started is on the disk;
 *   - killed in the midst of a sync, the process leaves some of its blocks on the disk and some not.
 *
 * The process is killed and goes on from the second folder. The kernel's own writing back is left out: plain SIGKILL is the other extreme, in
 * which all of it survives. Also left out, because nothing here needs them: folders in the folder, O_SYNC, msync, names replaced by rename.
 * Nothing is really synced: the second folder is the disk.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 65536 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX], disk[PATH_MAX];
static struct stat folder_is;
static int watching;

/* Contents lie under the number of the file's inode; a name on the disk is a second link to one. */
static void content_path(char *path, ino_t file) { snprintf(path, PATH_MAX, "%s/.content/%lu", disk, (unsigned long)file); }

static void path_in(char *path, const char *place, const char *name) { snprintf(path, PATH_MAX, "%s/%s", place, name); }

/* Only blocks that differ are written. Reads by the descriptor it is given: closing another one would drop SQLite's locks. */
static void copy_content(int from, const struct stat *is)
{
    static char now[BLOCK], then[BLOCK];
    char path[PATH_MAX];
    content_path(path, is->st_ino);
    int to = open(path, O_RDWR | O_CREAT, 0600);
    if (to < 0)
        abort();
    for (off_t at = 0; at < is->st_size; at += BLOCK) {
        ssize_t size = pread(from, now, BLOCK, at);
        if (size > 0 && (pread(to, then, size, at) != size || memcmp(now, then, size) != 0) && pwrite(to, now, size, at) != size)
            abort();
    }
    if (ftruncate(to, is->st_size) != 0)
        abort();
    close(to);
}

static void sync_file(int file, const struct stat *is)
{
    char here[64], path[PATH_MAX];
    snprintf(here, sizeof here, "/proc/self/fd/%d", file);
    ssize_t length = readlink(here, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    char *name = strrchr(path, '/');
    if (!name || (size_t)(name - path) != strlen(folder) || strncmp(path, folder, name - path) != 0)
        return;
    /* what can only be written is no database, and holds no lock */
    int readable = (fcntl(file, F_GETFL) & O_ACCMODE) == O_WRONLY ? open(here, O_RDONLY) : file;
    copy_content(readable, is);
    if (readable != file)
        close(readable);
}

static void name_on_disk(const char *name, ino_t file)
{
    char content[PATH_MAX], path[PATH_MAX], next[PATH_MAX];
    struct stat is, was;
    content_path(content, file);
    path_in(path, disk, name);
    path_in(next, disk, ".next");
    if (stat(content, &is) != 0) {
        close(open(content, O_RDWR | O_CREAT, 0600)); /* a name without content: never synced */
        stat(content, &is);
    }
    if (stat(path, &was) == 0 && was.st_ino == is.st_ino)
        return;
    if (link(content, next) != 0 || rename(next, path) != 0)
        abort();
}

static void sync_names(void)
{
    char path[PATH_MAX];
    struct stat is;
    struct dirent *entry;
    DIR *names = opendir(folder);
    while (names && (entry = readdir(names))) {
        path_in(path, folder, entry->d_name);
        if (stat(path, &is) == 0 && S_ISREG(is.st_mode))
            name_on_disk(entry->d_name, is.st_ino);
    }
    if (names)
        closedir(names);
    names = opendir(disk);
    while (names && (entry = readdir(names))) {
        path_in(path, folder, entry->d_name);
        if (entry->d_type == DT_REG && access(path, F_OK) != 0) {
            path_in(path, disk, entry->d_name);
            ((int (*)(const char *))dlsym(RTLD_NEXT, "unlink"))(path);
        }
    }
    if (names)
        closedir(names);
}

__attribute__((constructor)) static void begin(void)
{
    char path[PATH_MAX];
    struct stat is;
    struct dirent *entry;
    const char *watched = getenv("POWER_CUT_FOLDER"), *kept = getenv("POWER_CUT_DISK");
    if (!watched || !kept || !realpath(watched, folder) || !realpath(kept, disk) || stat(folder, &folder_is) != 0)
        return;
    watching = 1;
    path_in(path, disk, ".content");
    if (mkdir(path, 0700) != 0)
        return;
    DIR *names = opendir(folder);
    while (names && (entry = readdir(names))) {
        path_in(path, folder, entry->d_name);
        int file = open(path, O_RDONLY);
        if (file >= 0 && fstat(file, &is) == 0 && S_ISREG(is.st_mode))
            copy_content(file, &is);
        close(file);
    }
    if (names)
        closedir(names);
    sync_names();
}

static int sync_any(int file, const char *real)
{
    struct stat is;
    if (!watching || fstat(file, &is) != 0)
        return ((int (*)(int))dlsym(RTLD_NEXT, real))(file);
    pthread_mutex_lock(&turn);
    if (S_ISREG(is.st_mode))
        sync_file(file, &is);
    else if (is.st_ino == folder_is.st_ino && is.st_dev == folder_is.st_dev)
        sync_names();
    pthread_mutex_unlock(&turn);
    return 0;
}

int fsync(int file) { return sync_any(file, "fsync"); }

int fdatasync(int file) { return sync_any(file, "fdatasync"); }

/* The inode's number may be given to another file at once: its content is put away here, and lives on under its name on the disk alone. */
int unlink(const char *path)
{
    struct stat is;
    char content[PATH_MAX];
    int (*real)(const char *) = (int (*)(const char *))dlsym(RTLD_NEXT, "unlink");
    pthread_mutex_lock(&turn);
    int ours = watching && strncmp(path, folder, strlen(folder)) == 0 && lstat(path, &is) == 0 && is.st_nlink == 1;
    int result = real(path);
    if (ours && result == 0) {
        content_path(content, is.st_ino);
        real(content);
    }
    pthread_mutex_unlock(&turn);
    return result;
}
